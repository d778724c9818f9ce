/**
 * The rules of use of the ENT: their versions, who of the staff accepted which, how many pupils' were signed, and the
 * consent to show images, which is always asked apart.
 *
 * <p>Glossary: <b>Charte</b>: the rules of use that everybody signs before using the ENT.
 */
package fr.forment.charter;
