-- A page takes from one range for each state asked for, in the order of all, so that a plan's are never
-- looked for among everybody's. What is asked for in every state is the four states'.
DROP INDEX queue_by_submitted;
DROP INDEX queue_by_decided;
DROP INDEX queue_by_name;
CREATE INDEX queue_plan_by_submitted ON submissions (provider, state, plan_name, submitted_at, id);
CREATE INDEX queue_plan_by_decided ON submissions (provider, state, plan_name, decided_at, id);
CREATE INDEX queue_plan_by_name ON submissions (provider, state, plan_name, name_key, id);
