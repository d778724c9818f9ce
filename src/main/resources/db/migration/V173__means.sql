-- Prices of one version, in cents; none: nobody has said one yet.
CREATE TABLE plan_price (
    plan_id BIGINT      NOT NULL REFERENCES training_plan (id),
    kind    VARCHAR(30) NOT NULL,
    cents   BIGINT      NOT NULL,
    PRIMARY KEY (plan_id, kind)
);

-- What people add: material, catering, a platform.
CREATE TABLE plan_cost_line (
    plan_id  BIGINT       NOT NULL REFERENCES training_plan (id),
    position INTEGER      NOT NULL,
    label    VARCHAR(120) NOT NULL,
    quantity INTEGER      NOT NULL,
    cents    BIGINT       NOT NULL,
    PRIMARY KEY (plan_id, position)
);

-- How the académie's training plan calls a project's modules: known late, often after the approval, hence of no version.
CREATE TABLE gaia_link (
    project_id  BIGINT      NOT NULL REFERENCES project (id),
    module_code VARCHAR(20) NOT NULL,                      -- empty: the dispositif of all modules without one of their own
    dispositif  VARCHAR(10) NOT NULL,
    module      VARCHAR(5)  NOT NULL,
    PRIMARY KEY (project_id, module_code)
);
