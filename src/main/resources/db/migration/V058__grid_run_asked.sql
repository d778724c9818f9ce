-- Who asked for the computation under way: it may end in a job, long after the request.
ALTER TABLE need_run ADD COLUMN asked_by VARCHAR(100);
