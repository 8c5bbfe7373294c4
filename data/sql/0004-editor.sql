-- The campaign editor, the job editor and the templates of both.

-- Who published a version: the name of the person at the computer.
ALTER TABLE campaign_version ADD COLUMN author TEXT NOT NULL DEFAULT '';

-- Where a campaign was copied from, and the version that was taken: what came later there can be taken, too.
ALTER TABLE campaign ADD COLUMN source_id INTEGER REFERENCES campaign (id);
ALTER TABLE campaign ADD COLUMN source_version INTEGER;

-- A template is a job that nobody applies for. origin: the name of the shipped template it was made from.
ALTER TABLE job ADD COLUMN kind TEXT NOT NULL DEFAULT 'job' CHECK (kind IN ('job', 'template'));
ALTER TABLE job ADD COLUMN origin TEXT;

CREATE TRIGGER application_not_in_template BEFORE INSERT ON application
WHEN (SELECT kind FROM job WHERE id = new.job_id) = 'template'
BEGIN
  SELECT RAISE (ABORT, 'nobody applies for a template');
END;

-- stale_days and late_days: when the time in the stage turns amber and red. next_stage_id: where a card goes on completion.
-- A removed stage keeps its history.
ALTER TABLE stage ADD COLUMN stale_days INTEGER CHECK (stale_days > 0);
ALTER TABLE stage ADD COLUMN late_days INTEGER CHECK (late_days > 0);
ALTER TABLE stage ADD COLUMN next_stage_id INTEGER REFERENCES stage (id);
ALTER TABLE stage ADD COLUMN removed_at INTEGER;

-- What came due while nobody ran the program, and when that was: it waits for a yes.
CREATE TABLE late_message (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  due_at     INTEGER NOT NULL
);
-- What Callboard did by itself: a card that went on when its campaign was completed.
ALTER TABLE visit ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;

-- The WhatsApp templates of welcomes that were submitted. hash: of what was; a welcome that has changed since is a draft.
CREATE TABLE whatsapp_template (
  account_id INTEGER NOT NULL REFERENCES account (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  language   TEXT NOT NULL,
  hash       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'paused')),
  reason     TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, name, language)
);
