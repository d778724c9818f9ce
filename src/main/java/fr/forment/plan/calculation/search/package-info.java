/** The search for a better plan: sessions and people's seats as a constraint solver moves them. */
package fr.forment.plan.calculation.search;
