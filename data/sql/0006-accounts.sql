-- Accounts of every provider, what they carry, how they are, and who sends for a job. Runs with foreign keys off, checked
-- before it commits.

-- channel: what its messages are, WhatsApp messages or texts.
CREATE TABLE account_new (
  id           INTEGER PRIMARY KEY,
  provider     TEXT NOT NULL CHECK (provider IN ('rehearsal', 'twilio', 'meta', '360dialog', 'infobip', 'android', 'http')),
  channel      TEXT NOT NULL CHECK (channel IN ('whatsapp', 'sms')),
  name         TEXT NOT NULL,
  settings     TEXT NOT NULL DEFAULT '{}',
  state        TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'removed')),
  pause_reason TEXT,
  clock_shift  INTEGER NOT NULL DEFAULT 0,
  cursor       TEXT,
  created_at   INTEGER NOT NULL,
  CHECK (channel = 'whatsapp' OR provider NOT IN ('meta', '360dialog')),
  CHECK (channel = 'sms' OR provider NOT IN ('android', 'http'))
);

INSERT INTO account_new (id, provider, channel, name, settings, state, pause_reason, clock_shift, cursor, created_at)
SELECT id, provider,
       CASE WHEN provider = 'twilio' OR json_extract (settings, '$.rendering') = 'sms' THEN 'sms' ELSE 'whatsapp' END,
       name, settings, state, pause_reason, clock_shift, cursor, created_at
FROM account;

DROP TABLE account;
ALTER TABLE account_new RENAME TO account;

-- Which of several accounts carries a channel.
CREATE TABLE channel_default (
  channel    TEXT PRIMARY KEY CHECK (channel IN ('whatsapp', 'sms')),
  account_id INTEGER NOT NULL REFERENCES account (id)
);

-- A job that does not send through the default.
CREATE TABLE job_account (
  job_id     INTEGER NOT NULL REFERENCES job (id),
  channel    TEXT NOT NULL CHECK (channel IN ('whatsapp', 'sms')),
  account_id INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (job_id, channel)
);

-- What was last heard from the provider. fault_*: the newest fault of the account, not of a person. back_off_*: until when
-- nothing is sent, and after how many faults in a row.
CREATE TABLE account_health (
  account_id INTEGER PRIMARY KEY REFERENCES account (id),
  success_at INTEGER,
  fault      TEXT,
  fault_code TEXT,
  fault_text TEXT,
  fault_at   INTEGER,
  quality    TEXT,
  send_limit TEXT,
  checked_at INTEGER,
  back_off_until INTEGER NOT NULL DEFAULT 0,
  back_off_count INTEGER NOT NULL DEFAULT 0
);

-- A fault that is the same for everybody: no first message of the campaign leaves until a person says so.
CREATE TABLE campaign_pause (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaign (id),
  failure     TEXT NOT NULL,
  code        TEXT,
  detail      TEXT,
  paused_at   INTEGER NOT NULL
);

-- A file that the provider keeps for a while, so that a campaign uploads it once.
CREATE TABLE media_upload (
  account_id  INTEGER NOT NULL REFERENCES account (id),
  hash        TEXT NOT NULL,
  provider_id TEXT NOT NULL CHECK (provider_id <> ''),
  uploaded_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, hash)
);

-- The newest requests of an account, without what is secret: no query, no header, no body.
CREATE TABLE request_log (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  at         INTEGER NOT NULL,
  method     TEXT NOT NULL,
  target     TEXT NOT NULL,
  status     INTEGER NOT NULL,
  duration   INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('answered', 'not-sent', 'lost'))
);
CREATE INDEX request_of_account ON request_log (account_id, id);

-- What one part of a text costs, in millionths of the currency. Prices change: what a recruiter enters.
CREATE TABLE sms_price (
  country  TEXT PRIMARY KEY CHECK (length (country) = 2),
  price    INTEGER NOT NULL CHECK (price >= 0),
  currency TEXT NOT NULL CHECK (length (currency) = 3)
);

-- The account that a campaign began with, when it went on by text because the number is not on WhatsApp.
ALTER TABLE enrolment ADD COLUMN fallback_from INTEGER REFERENCES account (id);
