-- How far the clock of an account was ahead of the real one, and since when on the account's clock: it tells when
-- something really happened that the account's clock dates.
CREATE TABLE clock_move (
  account_id INTEGER NOT NULL REFERENCES account (id),
  since      INTEGER NOT NULL,
  shift      INTEGER NOT NULL,
  PRIMARY KEY (account_id, since)
) WITHOUT ROWID;

INSERT INTO clock_move (account_id, since, shift) SELECT id, 0, clock_shift FROM account WHERE clock_shift <> 0;

-- Tells the secrets of this database from those of others in the same keyring.
INSERT OR IGNORE INTO setting (name, value) VALUES ('database-id', lower (hex (randomblob (16))));
