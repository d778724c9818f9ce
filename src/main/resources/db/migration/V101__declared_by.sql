-- How many newcomers one person declared today is asked before each declaration.
CREATE INDEX arrival_history_by ON arrival_history (by_whom, at);
