-- Whether whoever gave the password knows it too: it opens nothing that the person is given later.
ALTER TABLE account ADD COLUMN provisional BOOLEAN DEFAULT FALSE NOT NULL;
