"""Workplaces, workers and training as the Adult Social Care Workforce Data Set has them; are they complete?"""
