/** What the process of a self-study asks. */
package fr.forment.selfstudy.process;
