-- Nudges, interviews, files and the takeover by a person. Runs with foreign keys off, checked before it commits.

CREATE TABLE message_new (
  id             INTEGER PRIMARY KEY,
  candidate_id   INTEGER NOT NULL REFERENCES candidate (id),
  application_id INTEGER REFERENCES application (id),
  enrolment_id   INTEGER REFERENCES enrolment (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  direction      TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  kind           TEXT NOT NULL CHECK (kind IN ('first', 'step', 'typed', 'notice', 'nudge', 'reminder', 'reply')),
  key            TEXT UNIQUE,
  body           TEXT NOT NULL,
  choices        TEXT,
  choice         TEXT,
  template       TEXT,
  state          TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'accepted', 'sent', 'delivered', 'read',
                   'unknown', 'failed', 'cancelled', 'received')),
  due_at         INTEGER,
  attempt        INTEGER NOT NULL DEFAULT 0,
  claimed_at     INTEGER,
  provider_id    TEXT,
  failure        TEXT,
  failure_code   TEXT,
  failure_detail TEXT,
  created_at     INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL,
  CHECK ((direction = 'out') = (key IS NOT NULL)),
  CHECK ((direction = 'in') = (state = 'received'))
);

INSERT INTO message_new (id, candidate_id, application_id, enrolment_id, account_id, direction, kind, key, body, choices,
                         choice, state, due_at, attempt, claimed_at, provider_id, failure, failure_code, failure_detail,
                         created_at, changed_at)
SELECT id, candidate_id, application_id, enrolment_id, account_id, direction, kind, key, body, choices,
       choice, state, due_at, attempt, claimed_at, provider_id, failure, failure_code, failure_detail,
       created_at, changed_at
FROM message;

DROP TABLE message;
ALTER TABLE message_new RENAME TO message;

CREATE INDEX outbox ON message (account_id, due_at, id) WHERE state = 'waiting';
CREATE INDEX outbox_of_candidate ON message (candidate_id, id) WHERE state IN ('waiting', 'claimed');
CREATE INDEX in_flight ON message (account_id, id) WHERE state IN ('claimed', 'accepted', 'sent', 'unknown');
CREATE INDEX message_fault ON message (state, id) WHERE state IN ('unknown', 'failed');
CREATE UNIQUE INDEX message_of_provider ON message (account_id, provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX message_of_candidate ON message (candidate_id, id);
CREATE INDEX message_of_enrolment ON message (enrolment_id, id);

DROP TABLE timer;
CREATE TABLE timer (
  id           INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  account_id   INTEGER NOT NULL REFERENCES account (id),
  kind         TEXT NOT NULL CHECK (kind IN ('expiry', 'nudge', 'reminder-day', 'reminder-hours')),
  due_at       INTEGER NOT NULL,
  UNIQUE (enrolment_id, kind)
);
CREATE INDEX timer_due ON timer (account_id, due_at);

-- Expiry timers are made anew from what the enrolments say.
INSERT INTO timer (enrolment_id, account_id, kind, due_at)
SELECT e.id, e.account_id, 'expiry', e.delivered_at
       + coalesce (json_extract (v.document, '$.settings.expiry_days'), 7) * 86400000000
FROM enrolment e JOIN campaign_version v ON v.campaign_id = e.campaign_id AND v.version = e.version
WHERE e.status IN ('delivered', 'in-progress') AND e.blast = 0 AND e.delivered_at IS NOT NULL;

-- held_at: a person has taken the conversation over. nudges: how many have been sent since the last reply.
ALTER TABLE enrolment ADD COLUMN held_at INTEGER;
ALTER TABLE enrolment ADD COLUMN nudges INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN score REAL;
ALTER TABLE enrolment ADD COLUMN max_score REAL;

ALTER TABLE candidate ADD COLUMN nudged_at INTEGER;

ALTER TABLE answer ADD COLUMN score REAL;

-- state: stored, with a hash; fetching, what the provider still has; refused, with the reason; lost.
ALTER TABLE attachment ADD COLUMN state TEXT NOT NULL DEFAULT 'stored'
  CHECK (state IN ('stored', 'fetching', 'refused', 'lost'));
ALTER TABLE attachment ADD COLUMN reason TEXT;
UPDATE attachment SET state = 'fetching' WHERE hash IS NULL;
CREATE INDEX attachment_fetching ON attachment (id) WHERE state = 'fetching';

CREATE TABLE interview (
  id             INTEGER PRIMARY KEY,
  enrolment_id   INTEGER NOT NULL REFERENCES enrolment (id),
  application_id INTEGER NOT NULL REFERENCES application (id),
  candidate_id   INTEGER NOT NULL REFERENCES candidate (id),
  job_id         INTEGER NOT NULL REFERENCES job (id),
  interviewer    TEXT NOT NULL CHECK (interviewer <> ''),
  session        TEXT,
  seat           INTEGER NOT NULL DEFAULT 0 CHECK (seat >= 0),
  starts_at      INTEGER NOT NULL,
  ends_at        INTEGER NOT NULL CHECK (ends_at > starts_at),
  zone           TEXT NOT NULL,
  place_kind     TEXT NOT NULL CHECK (place_kind IN ('phone', 'video', 'location')),
  place          TEXT NOT NULL DEFAULT '',
  state          TEXT NOT NULL CHECK (state IN ('booked', 'confirmed', 'moved', 'cancelled')),
  moves          INTEGER NOT NULL DEFAULT 0,
  booked_at      INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL
);

-- Two candidates can never take the same place, and nobody holds two for one campaign.
CREATE UNIQUE INDEX one_seat ON interview (interviewer, starts_at, seat) WHERE state IN ('booked', 'confirmed');
CREATE UNIQUE INDEX one_interview ON interview (enrolment_id) WHERE state IN ('booked', 'confirmed');
CREATE INDEX interview_of_candidate ON interview (candidate_id, starts_at);
CREATE INDEX interview_of_application ON interview (application_id, id);
CREATE INDEX interview_taken ON interview (interviewer, starts_at) WHERE state IN ('booked', 'confirmed');

-- A played rehearsal, kept with its campaign: what the candidate did, and what was said then.
CREATE TABLE rehearsal_test (
  id          INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  name        TEXT NOT NULL CHECK (name <> ''),
  events      TEXT NOT NULL,
  transcript  TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
);
CREATE INDEX rehearsal_test_of_campaign ON rehearsal_test (campaign_id, id);
