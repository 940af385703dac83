import Button from 'antd/es/button';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Plain http has no clipboard: there the text is selected and the older command tried. */
async function copy(text: string, place: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (place === null) return false;
    window.getSelection()?.selectAllChildren(place);
    return document.execCommand('copy');
  }
}

/** A text to be handed on, with a button that copies it and says whether it could. */
export function CopyText({ text, name }: { text: string; name: string }) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="copy-text">
      <code ref={place} tabIndex={0} role="group" aria-label={name}>
        {text}
      </code>
      <Button
        size="small"
        aria-label={`${t('intake.copy')}: ${name}`}
        onClick={() => void copy(text, place.current).then(setCopied)}
      >
        {t('intake.copy')}
      </Button>
      <small role="status">{copied !== null && t(copied ? 'intake.copied' : 'intake.copyFailed')}</small>
    </div>
  );
}
