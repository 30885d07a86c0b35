"""What a first try of the larger calculators could look like: the worked examples of the law file."""

from collections.abc import Mapping
from typing import Any

PLAN_CLASSES: Mapping[str, Any] = {
    "classes": [
        {
            "kind": "secured",
            "present": 2,
            "for_heads": 2,
            "for_amount": "8600000.00",
            "total_amount": "8600000.00",
        },
        {
            "kind": "ordinary",
            "present": 6,
            "for_heads": 3,
            "for_amount": "11701234.56",
            "total_amount": "20601234.55",
            "second": "refused",
        },
    ],
    "facts": {
        "plan_percent": "25",
        "liquidation_percent": "462567890/2080123455",
        "members_treated_equally": True,
        "order_kept": True,
        "business_plan_feasible": True,
    },
}
DISTRIBUTION: Mapping[str, Any] = {
    "pool": "12345678.90",
    "claims": [
        {"id": "F1", "rank": "expense", "amount": "1500000.00"},
        {"id": "G1", "rank": "common_benefit", "amount": "800000.00"},
        {"id": "Z1", "rank": "employee", "amount": "4200000.00"},
        {"id": "B1", "rank": "social_tax", "amount": "300000.00"},
        {"id": "T1", "rank": "social_tax", "amount": "2500000.00"},
        {"id": "O2", "rank": "ordinary", "amount": "7777777.77"},
        {"id": "O3", "rank": "ordinary", "amount": "3333333.33"},
        {"id": "O4", "rank": "ordinary", "amount": "1000000.01"},
        {"id": "O5", "rank": "ordinary", "amount": "123456.78"},
        {"id": "O6", "rank": "ordinary", "amount": "2000000.00"},
        {"id": "O7", "rank": "ordinary", "amount": "5000000.00"},
        {"id": "O8", "rank": "ordinary", "amount": "666666.66"},
    ],
    "secured": [
        {
            "asset": "厂房",
            "proceeds": "8200000.00",
            "cost": "120000.00",
            "claims": [{"id": "A", "amount": "6500000.00"}],
        },
        {
            "asset": "设备",
            "proceeds": "2150000.00",
            "cost": "50000.00",
            "claims": [{"id": "O1", "amount": "3000000.00"}],
        },
    ],
}
EQUALISATION: Mapping[str, Any] = {
    "pool": "500000.00",
    "claims": [
        {"id": "A", "original": "1000000.00", "received": "300000.00"},
        {"id": "B", "original": "2000000.00", "received": "200000.00"},
        {"id": "C", "original": "1000000.00", "received": "0.00"},
    ],
}
REMUNERATION: Mapping[str, Any] = {
    "value": "13925678.90",
    "collateral": [
        {"value": "8080000.00", "claim": "6500000.00"},
        {"value": "2100000.00", "claim": "3000000.00"},
    ],
    "local_factor": "1.0",
}
INTEREST: Mapping[str, Any] = {
    "principal": "1000000.00",
    "from": "2024-01-01",
    "to": "2025-03-10",
    "rates": [
        {"from": "2024-01-01", "annual_percent": "3.45"},
        {"from": "2024-07-22", "annual_percent": "3.35"},
        {"from": "2024-10-21", "annual_percent": "3.1"},
    ],
    "day_count": "365",
}
