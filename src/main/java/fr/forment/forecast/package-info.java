/**
 * The load of the three coming school years: what newcomers, releases, new schools and renewal ask of trainers,
 * replacement and rooms, between a low and a high supposition. {@link fr.forment.forecast.LoadForecast} is pure.
 */
package fr.forment.forecast;
