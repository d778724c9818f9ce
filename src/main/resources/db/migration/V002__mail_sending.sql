-- Who sends shows signs of life here; what somebody had taken who gives none any more is free again.
CREATE TABLE mail_lease (
    owner VARCHAR(60) PRIMARY KEY,
    alive_until TIMESTAMP WITH TIME ZONE NOT NULL
);
ALTER TABLE outbox_mail ADD COLUMN owner VARCHAR(60);
ALTER TABLE outbox_mail DROP COLUMN lease_until;

-- The date a mail bears: the same at each try, so that a mailbox recognises a second copy.
ALTER TABLE outbox_mail ADD COLUMN dated TIMESTAMP WITH TIME ZONE;

-- In the order mails leave in: whoever takes the next hundred reads a hundred.
DROP INDEX outbox_mail_state;
CREATE INDEX outbox_mail_due ON outbox_mail (state, not_before, id);

-- Where a node cannot send at all: the mail server's own words, and when it is asked again.
CREATE TABLE mail_trouble (
    node VARCHAR(60) PRIMARY KEY,
    words VARCHAR(1000) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    failures INTEGER NOT NULL,
    again_at TIMESTAMP WITH TIME ZONE NOT NULL
);
