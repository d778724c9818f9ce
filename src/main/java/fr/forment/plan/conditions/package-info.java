/** What people said a plan rests on: brought to the calculation, and looked at again in each session. */
@NamedInterface("conditions")
package fr.forment.plan.conditions;

import org.springframework.modulith.NamedInterface;
