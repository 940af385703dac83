/** The address may not be dialled; the message says why, Chinese first. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}
