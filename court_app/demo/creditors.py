"""Creditors whom several scenes have in common, with what they file and what is admitted."""

from court_app.demo.liquidations import Claimed

STEEL = Claimed("江澜市恒远钢材贸易有限公司", 1_862_000, 1_800_000)
LENDER = Claimed("江澜融通小额贷款有限公司", 1_200_000, 1_200_000)
SUPPLY = Claimed("望川供应链管理有限公司", 964_500, 900_000)
BUILDER = Claimed("江澜建安工程有限公司", 600_000, 600_000)
WAGES = Claimed("赵小川等十二人", 186_000, 186_000, "EMP")
TAXES = Claimed("国家税务总局江澜市税务局", 214_300, 214_300, "TAX")
THREE = (STEEL, LENDER, SUPPLY)
SIX = (STEEL, LENDER, SUPPLY, BUILDER, WAGES, TAXES)
