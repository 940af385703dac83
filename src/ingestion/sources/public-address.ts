import { BadRequestException } from '@nestjs/common';
import { checkLiteral } from '../../network/address-guard.js';
import { checkPort } from '../../network/port-guard.js';

/** Why an address may not be typed in by hand, or null when it may: private ones are for the configuration file. */
export function privateAddress(url: string): string | null {
  try {
    const { hostname, port } = new URL(url);
    checkLiteral(hostname);
    checkPort(port);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** @throws BadRequestException when the address is written as a private one; where a name leads is seen when it is dialled */
export function refusePrivate(url: string): void {
  const fault = privateAddress(url);
  if (fault !== null) throw new BadRequestException(fault);
}
