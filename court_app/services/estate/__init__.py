"""The debtor's estate: assets, their costs and proceeds, its account, the bank's word."""
