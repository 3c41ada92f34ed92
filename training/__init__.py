"""Annotated texts in, the weights of ``pipeline/context/weights`` out: ``make train``."""
