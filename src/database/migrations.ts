import { Ground1763800000001 } from '../../migrations/0001-ground.js';
import { People1763800000002 } from '../../migrations/0002-people.js';
import { Collection1763800000003 } from '../../migrations/0003-collection.js';
import { Incidents1763800000004 } from '../../migrations/0004-incidents.js';
import { SessionSecret1763800000005 } from '../../migrations/0005-session-secret.js';
import { EvidenceIndexes1763800000006 } from '../../migrations/0006-evidence-indexes.js';
import { RetryIndex1763800000007 } from '../../migrations/0007-retry-index.js';
import { TrustedCollecting1763900000008 } from '../../migrations/0008-trusted-collecting.js';
import { EvidenceStore1763900000009 } from '../../migrations/0009-evidence-store.js';
import { Canary1763900000010 } from '../../migrations/0010-canary.js';
import { ArchiveSearch1763900000011 } from '../../migrations/0011-archive-search.js';
import { Intakes1763900000012 } from '../../migrations/0012-intakes.js';
import { Visiting1763900000013 } from '../../migrations/0013-visiting.js';
import { CoreAbsence1763900000014 } from '../../migrations/0014-core-absence.js';
import { Stories1763900000015 } from '../../migrations/0015-stories.js';
import { PolicyDocuments1763900000016 } from '../../migrations/0016-policy-documents.js';
import { StoryKeys1763900000017 } from '../../migrations/0017-story-keys.js';
import { IncidentPairs1763900000018 } from '../../migrations/0018-incident-pairs.js';
import { StartFacts1763900000019 } from '../../migrations/0019-start-facts.js';
import { Roles1763900000020 } from '../../migrations/0020-roles.js';
import { PeopleKept1763900000021 } from '../../migrations/0021-people.js';
import { Roster1763900000022 } from '../../migrations/0022-roster.js';
import { Ladder1763900000023 } from '../../migrations/0023-ladder.js';
import { Receipts1763900000024 } from '../../migrations/0024-receipts.js';
import { PolicyVersions1763900000025 } from '../../migrations/0025-policy-versions.js';
import { TwoPersons1763900000026 } from '../../migrations/0026-two-persons.js';
import { Targets1763900000027 } from '../../migrations/0027-targets.js';
import { Audit1763900000028 } from '../../migrations/0028-audit.js';
import { Workspace1763900000029 } from '../../migrations/0029-workspace.js';
import { DayProposals1763900000030 } from '../../migrations/0030-day-proposals.js';

/** In order; a merged migration is never edited, new ones are added at the end. */
export const MIGRATIONS = [
  Ground1763800000001,
  People1763800000002,
  Collection1763800000003,
  Incidents1763800000004,
  SessionSecret1763800000005,
  EvidenceIndexes1763800000006,
  RetryIndex1763800000007,
  TrustedCollecting1763900000008,
  EvidenceStore1763900000009,
  Canary1763900000010,
  ArchiveSearch1763900000011,
  Intakes1763900000012,
  Visiting1763900000013,
  CoreAbsence1763900000014,
  Stories1763900000015,
  PolicyDocuments1763900000016,
  StoryKeys1763900000017,
  IncidentPairs1763900000018,
  StartFacts1763900000019,
  Roles1763900000020,
  PeopleKept1763900000021,
  Roster1763900000022,
  Ladder1763900000023,
  Receipts1763900000024,
  PolicyVersions1763900000025,
  TwoPersons1763900000026,
  Targets1763900000027,
  Audit1763900000028,
  Workspace1763900000029,
  DayProposals1763900000030,
];
