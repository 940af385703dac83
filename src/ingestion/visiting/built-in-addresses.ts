import { Injectable } from '@nestjs/common';

export interface VisitAddress {
  url: string;
  allowPrivateNetwork: boolean;
}

/** Where a source is read: at its address, or where this process itself serves it on this machine. */
@Injectable()
export class BuiltInAddresses {
  private readonly own = new Map<string, string>();

  /** From now on visits made by this process read the source there. */
  set(sourceId: string, url: string): void {
    this.own.set(sourceId, url);
  }

  of({ id, url, allowPrivateNetwork }: VisitAddress & { id: string }): VisitAddress {
    const own = this.own.get(id);
    return own === undefined ? { url, allowPrivateNetwork } : { url: own, allowPrivateNetwork: true };
  }
}
