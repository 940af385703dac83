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
import { Digests1763900000031 } from '../../migrations/0031-digests.js';
import { CaseTargets1763900000032 } from '../../migrations/0032-case-targets.js';
import { EvidenceCorrections1763900000033 } from '../../migrations/0033-evidence-corrections.js';
import { OwnReleases1763900000034 } from '../../migrations/0034-own-releases.js';
import { DocumentDoubts1763900000035 } from '../../migrations/0035-document-doubts.js';
import { Campaigns1763900000036 } from '../../migrations/0036-campaigns.js';
import { CampaignPapers1763900000037 } from '../../migrations/0037-campaign-papers.js';
import { JournalAnchors1763900000038 } from '../../migrations/0038-journal-anchors.js';
import { Attachments1763900000039 } from '../../migrations/0039-attachments.js';
import { BureauInbox1763900000040 } from '../../migrations/0040-bureau-inbox.js';
import { TriageAge1763900000041 } from '../../migrations/0041-triage-age.js';
import { EarlyReceipts1763900000047 } from '../../migrations/0047-early-receipts.js';
import { OfficeOptions1763900000048 } from '../../migrations/0048-office-options.js';
import { LinkChecks1763900000049 } from '../../migrations/0049-link-checks.js';
import { TargetSince1763900000050 } from '../../migrations/0050-target-since.js';
import { AttachmentPurge1763900000051 } from '../../migrations/0051-attachment-purge.js';
import { SavedViews1763900000052 } from '../../migrations/0052-saved-views.js';
import { FailuresUntold1763900000053 } from '../../migrations/0053-failures-untold.js';
import { HeldSince1763900000054 } from '../../migrations/0054-held-since.js';
import { CampaignsCalledOff1763900000060 } from '../../migrations/0060-campaigns-called-off.js';
import { Walls1763900000062 } from '../../migrations/0062-walls.js';

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
  Digests1763900000031,
  CaseTargets1763900000032,
  EvidenceCorrections1763900000033,
  OwnReleases1763900000034,
  DocumentDoubts1763900000035,
  Campaigns1763900000036,
  CampaignPapers1763900000037,
  JournalAnchors1763900000038,
  Attachments1763900000039,
  BureauInbox1763900000040,
  TriageAge1763900000041,
  EarlyReceipts1763900000047,
  OfficeOptions1763900000048,
  LinkChecks1763900000049,
  TargetSince1763900000050,
  AttachmentPurge1763900000051,
  SavedViews1763900000052,
  FailuresUntold1763900000053,
  HeldSince1763900000054,
  CampaignsCalledOff1763900000060,
  Walls1763900000062,
];
