package leakcensus.simulate;

import leakcensus.estimate.PersonEstimate;

/**
 * What one sample that was linked with errors says.
 *
 * @param birthday persons by pairs as linked
 * @param birthdayLinked persons by pairs corrected
 * @param lowerBoundLinked the bound by pairs corrected
 * @param headline the selected estimate of counts as linked
 * @param headlineLinked the selected estimate with the errors of the linkage
 */
record LinkedEstimates(
    PersonEstimate birthday,
    PersonEstimate birthdayLinked,
    PersonEstimate lowerBoundLinked,
    PersonEstimate headline,
    PersonEstimate headlineLinked) {}
