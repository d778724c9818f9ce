-- What a circonscription supposes about the coming years; no row while the house's own value stands. The history is in the journal.
CREATE TABLE forecast_assumption (
    circonscription_uai VARCHAR(8)    NOT NULL REFERENCES circonscription (uai),
    code                VARCHAR(30)   NOT NULL,
    low                 NUMERIC(7, 2) NOT NULL,
    central             NUMERIC(7, 2) NOT NULL,
    high                NUMERIC(7, 2) NOT NULL,
    PRIMARY KEY (circonscription_uai, code)
);
