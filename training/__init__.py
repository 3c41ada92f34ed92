"""Annotated texts in, the weights of ``pipeline/context/weights.json`` out: ``make train``."""
