"""Rules for figures: cardinals, fractions, money, measures, scores."""
