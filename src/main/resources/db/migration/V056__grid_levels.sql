-- Of those a school says are still to train, how many discover the theme; the others begin. Null when it was not asked by levels.
ALTER TABLE need_line ADD COLUMN discovering INTEGER;
