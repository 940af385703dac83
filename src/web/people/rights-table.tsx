import { useTranslation } from 'react-i18next';
import { ALL_RIGHTS, may, type Right, ROLES } from '../../domain/rights.js';

type Key<R extends string> = R extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : R;
const keyOf = (right: Right) => right.replace('.', '_') as Key<Right>;

/** What each role may do: the product's own table of rights, made readable. */
export function RightsTable() {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('people.rightsLead')}</p>
      <div className="wide-table" tabIndex={0} role="group" aria-label={t('people.view.rights')}>
        <table className="figures rights">
          <thead>
            <tr>
              <th scope="col">{t('people.rightCol')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(`person.role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ALL_RIGHTS.map((right) => (
              <tr key={right}>
                <th scope="row" className="row-title">
                  {t(`people.right.${keyOf(right)}`)}
                </th>
                {ROLES.map((role) => (
                  <td key={role} className={may(role, right) ? 'granted' : 'denied'}>
                    <span aria-hidden="true">{may(role, right) ? '✓' : '–'}</span>
                    <span className="unseen">{t(may(role, right) ? 'people.may' : 'people.mayNot')}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
