/** socket.io namespace of the self-check, beside that of the screens: who is in it hears nothing else. */
export const CANARY_NAMESPACE = '/canary';

/** A self-check has come out at the sockets. */
export interface CanaryPassed {
  incidentId: string;
  /** Its row in the journal. */
  seq: number;
}

export interface ToCanary {
  passed: (passed: CanaryPassed) => void;
}
