-- All times are microseconds since the epoch, UTC. Ranks order the cards of a stage. States are texts.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE account (
  id           INTEGER PRIMARY KEY,
  provider     TEXT NOT NULL CHECK (provider IN ('rehearsal', 'twilio')),
  name         TEXT NOT NULL,
  settings     TEXT NOT NULL DEFAULT '{}',
  state        TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'removed')),
  pause_reason TEXT,
  clock_shift  INTEGER NOT NULL DEFAULT 0,
  cursor       TEXT,
  created_at   INTEGER NOT NULL
);

CREATE TABLE job (
  id            INTEGER PRIMARY KEY,
  title         TEXT NOT NULL CHECK (title <> ''),
  reference     TEXT NOT NULL DEFAULT '',
  location      TEXT NOT NULL DEFAULT '',
  contract_type TEXT NOT NULL DEFAULT '',
  manager       TEXT NOT NULL DEFAULT '',
  country       TEXT NOT NULL,
  state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  created_at    INTEGER NOT NULL
);

-- version is the newest published one, 0 for none; problem names why that one cannot send.
CREATE TABLE campaign (
  id         INTEGER PRIMARY KEY,
  draft      TEXT NOT NULL,
  version    INTEGER NOT NULL DEFAULT 0,
  problem    TEXT,
  updated_at INTEGER NOT NULL
);

CREATE TABLE campaign_version (
  campaign_id  INTEGER NOT NULL REFERENCES campaign (id),
  version      INTEGER NOT NULL CHECK (version > 0),
  document     TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, version)
);

CREATE TRIGGER campaign_version_immutable BEFORE UPDATE ON campaign_version
BEGIN
  SELECT RAISE (ABORT, 'a published version never changes');
END;

CREATE TABLE stage (
  id          INTEGER PRIMARY KEY,
  job_id      INTEGER NOT NULL REFERENCES job (id),
  name        TEXT NOT NULL CHECK (name <> ''),
  type        TEXT NOT NULL CHECK (type IN ('form', 'assessment', 'offer', 'reject', 'schedule', 'review')),
  position    INTEGER NOT NULL,
  campaign_id INTEGER REFERENCES campaign (id),
  undo_time   INTEGER CHECK (undo_time >= 0),
  CHECK ((type = 'review') = (campaign_id IS NULL))
);

CREATE INDEX stage_of_job ON stage (job_id, position);

CREATE TABLE candidate (
  id           INTEGER PRIMARY KEY,
  first_name   TEXT NOT NULL,
  last_name    TEXT NOT NULL,
  phone        TEXT NOT NULL UNIQUE CHECK (phone LIKE '+%'),
  country      TEXT NOT NULL DEFAULT '',
  zone         TEXT,
  opted_out_at INTEGER,
  created_at   INTEGER NOT NULL,
  CHECK (first_name <> '' OR last_name <> '')
);

CREATE TABLE consent (
  id           INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id),
  phone        TEXT NOT NULL,
  source       TEXT NOT NULL CHECK (source <> ''),
  wording      TEXT NOT NULL DEFAULT '',
  given_at     INTEGER NOT NULL
);

CREATE INDEX consent_of_candidate ON consent (candidate_id, phone);

CREATE TABLE application (
  id           INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id),
  job_id       INTEGER NOT NULL REFERENCES job (id),
  stage_id     INTEGER NOT NULL REFERENCES stage (id),
  rank         INTEGER NOT NULL,
  state        TEXT NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'archived')),
  visit_id     INTEGER,
  enrolment_id INTEGER,
  unread       INTEGER NOT NULL DEFAULT 0 CHECK (unread >= 0),
  flag         TEXT,
  created_at   INTEGER NOT NULL
);

CREATE UNIQUE INDEX one_live_application ON application (candidate_id, job_id) WHERE state = 'live';
-- All that a board asks of every card.
CREATE INDEX application_board ON application (stage_id, rank, id, candidate_id) WHERE state = 'live';
CREATE INDEX application_of_job ON application (job_id);
CREATE INDEX application_attention ON application (job_id) WHERE state = 'live' AND (unread > 0 OR flag IS NOT NULL);

CREATE TABLE visit (
  id             INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES application (id),
  stage_id       INTEGER NOT NULL REFERENCES stage (id),
  entered_at     INTEGER NOT NULL,
  left_at        INTEGER,
  undone_at      INTEGER
);

CREATE UNIQUE INDEX one_open_visit ON visit (application_id) WHERE left_at IS NULL;
CREATE INDEX visit_of_application ON visit (application_id);

CREATE TABLE enrolment (
  id             INTEGER PRIMARY KEY,
  visit_id       INTEGER NOT NULL REFERENCES visit (id),
  application_id INTEGER NOT NULL REFERENCES application (id),
  candidate_id   INTEGER NOT NULL REFERENCES candidate (id),
  campaign_id    INTEGER NOT NULL,
  version        INTEGER NOT NULL,
  attempt        INTEGER NOT NULL DEFAULT 0,
  account_id     INTEGER NOT NULL REFERENCES account (id),
  blast          INTEGER NOT NULL CHECK (blast IN (0, 1)),
  status         TEXT NOT NULL CHECK (status IN ('scheduled', 'queued', 'sending', 'delivered', 'in-progress',
                   'completed', 'failed', 'expired', 'withdrawn', 'cancelled')),
  state          TEXT NOT NULL,
  done           INTEGER NOT NULL DEFAULT 0,
  total          INTEGER NOT NULL DEFAULT 0,
  failure        TEXT,
  failure_code   TEXT,
  failure_detail TEXT,
  leaves_at      INTEGER,
  created_at     INTEGER NOT NULL,
  delivered_at   INTEGER,
  ended_at       INTEGER,
  UNIQUE (visit_id, attempt),
  FOREIGN KEY (campaign_id, version) REFERENCES campaign_version (campaign_id, version)
);

-- One campaign at a time per candidate, over all jobs; a delivered blast blocks nobody.
CREATE UNIQUE INDEX one_running_enrolment ON enrolment (candidate_id)
  WHERE status IN ('sending', 'in-progress') OR (status = 'delivered' AND blast = 0);
CREATE INDEX enrolment_open ON enrolment (candidate_id, id)
  WHERE status IN ('scheduled', 'queued', 'sending', 'delivered', 'in-progress');
CREATE INDEX enrolment_of_application ON enrolment (application_id);
CREATE INDEX enrolment_failed ON enrolment (application_id) WHERE status = 'failed';

CREATE TABLE message (
  id             INTEGER PRIMARY KEY,
  candidate_id   INTEGER NOT NULL REFERENCES candidate (id),
  application_id INTEGER REFERENCES application (id),
  enrolment_id   INTEGER REFERENCES enrolment (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  direction      TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  kind           TEXT NOT NULL CHECK (kind IN ('first', 'step', 'typed', 'notice', 'reply')),
  key            TEXT UNIQUE,
  body           TEXT NOT NULL,
  choices        TEXT,
  choice         TEXT,
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

CREATE INDEX outbox ON message (account_id, due_at, id) WHERE state = 'waiting';
CREATE INDEX outbox_of_candidate ON message (candidate_id, id) WHERE state IN ('waiting', 'claimed');
CREATE INDEX in_flight ON message (account_id, id) WHERE state IN ('claimed', 'accepted', 'sent', 'unknown');
CREATE INDEX message_fault ON message (state, id) WHERE state IN ('unknown', 'failed');
CREATE UNIQUE INDEX message_of_provider ON message (account_id, provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX message_of_candidate ON message (candidate_id, id);
CREATE INDEX message_of_enrolment ON message (enrolment_id, id);

-- early: a receipt that came before the answer to its send.
CREATE TABLE inbox (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES account (id),
  event_id    TEXT NOT NULL,
  raw         TEXT NOT NULL,
  state       TEXT NOT NULL DEFAULT 'stored' CHECK (state IN ('stored', 'understood', 'early', 'stranger', 'malformed')),
  provider_id TEXT,
  stored_at   INTEGER NOT NULL,
  UNIQUE (account_id, event_id)
);

CREATE INDEX inbox_stored ON inbox (id) WHERE state = 'stored';
CREATE INDEX inbox_early ON inbox (account_id, provider_id) WHERE state = 'early';

CREATE TABLE answer (
  id           INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  question_id  TEXT NOT NULL,
  question     TEXT NOT NULL,
  value        TEXT NOT NULL,
  text         TEXT NOT NULL,
  flagged      INTEGER NOT NULL DEFAULT 0,
  message_id   INTEGER REFERENCES message (id),
  answered_at  INTEGER NOT NULL,
  UNIQUE (enrolment_id, question_id)
);

-- What happened to an enrolment, in order: the script replays it.
CREATE TABLE enrolment_event (
  id           INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  event        TEXT NOT NULL,
  at           INTEGER NOT NULL
);

CREATE INDEX event_of_enrolment ON enrolment_event (enrolment_id, id);

CREATE TABLE timer (
  id           INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  account_id   INTEGER NOT NULL REFERENCES account (id),
  kind         TEXT NOT NULL CHECK (kind IN ('expiry')),
  due_at       INTEGER NOT NULL,
  UNIQUE (enrolment_id, kind)
);

CREATE INDEX timer_due ON timer (account_id, due_at);

CREATE TABLE attachment (
  id         INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id),
  hash       TEXT,
  size       INTEGER,
  type       TEXT NOT NULL,
  name       TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL
);

CREATE INDEX attachment_of_message ON attachment (message_id);

-- A drop, to be taken back as one.
CREATE TABLE batch (
  id        INTEGER PRIMARY KEY,
  made_at   INTEGER NOT NULL,
  undone_at INTEGER
);

CREATE TABLE batch_move (
  batch_id       INTEGER NOT NULL REFERENCES batch (id),
  application_id INTEGER NOT NULL REFERENCES application (id),
  from_stage     INTEGER NOT NULL,
  from_rank      INTEGER NOT NULL,
  from_visit     INTEGER NOT NULL,
  from_enrolment INTEGER,
  from_status    TEXT,
  to_visit       INTEGER NOT NULL,
  PRIMARY KEY (batch_id, application_id)
);

CREATE VIRTUAL TABLE candidate_search USING fts5 (
  first_name, last_name, phone,
  content = 'candidate', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TRIGGER candidate_search_insert AFTER INSERT ON candidate
BEGIN
  INSERT INTO candidate_search (rowid, first_name, last_name, phone)
  VALUES (new.id, new.first_name, new.last_name, new.phone);
END;

CREATE TRIGGER candidate_search_delete AFTER DELETE ON candidate
BEGIN
  INSERT INTO candidate_search (candidate_search, rowid, first_name, last_name, phone)
  VALUES ('delete', old.id, old.first_name, old.last_name, old.phone);
END;

CREATE TRIGGER candidate_search_update AFTER UPDATE OF first_name, last_name, phone ON candidate
BEGIN
  INSERT INTO candidate_search (candidate_search, rowid, first_name, last_name, phone)
  VALUES ('delete', old.id, old.first_name, old.last_name, old.phone);
  INSERT INTO candidate_search (rowid, first_name, last_name, phone)
  VALUES (new.id, new.first_name, new.last_name, new.phone);
END;
