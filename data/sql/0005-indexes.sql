-- Indexes that queries use, and none beside them: each costs every move a page of the log.

-- One finds the visits of a card and keeps it to one open visit.
DROP INDEX one_open_visit;
DROP INDEX visit_of_application;
CREATE UNIQUE INDEX visit_of_application ON visit (application_id, CASE WHEN left_at IS NULL THEN 0 ELSE id END);

-- What people ask for is all campaigns of one of them. Those of a card are found by its visits.
DROP INDEX enrolment_open;
DROP INDEX enrolment_of_application;
CREATE INDEX enrolment_of_candidate ON enrolment (candidate_id);

-- Whom a new version of a campaign comes too late for.
CREATE INDEX enrolment_open ON enrolment (campaign_id, version)
  WHERE status IN ('scheduled', 'queued', 'sending', 'delivered', 'in-progress');

CREATE INDEX interview_of_enrolment ON interview (enrolment_id);
