"""Deliveries in, published build out: the only room that reads files of others."""
