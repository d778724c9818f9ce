/** What the collectivité prepares in each school before the ENT opens there, and declares: accounts, network. */
package fr.forment.project.readiness;
