/** What the collectivité prepares in each school before the ENT opens there, and declares: accounts, network. */
@NamedInterface("readiness")
package fr.forment.project.readiness;

import org.springframework.modulith.NamedInterface;
