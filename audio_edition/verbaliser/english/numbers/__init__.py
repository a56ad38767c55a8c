"""Figures: cardinals, fractions, money, measures, scores."""
