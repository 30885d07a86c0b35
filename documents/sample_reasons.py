"""Why the court decided so in the invented cases; days and sums fit the other facts."""

from models.vocabulary import DocumentKind

K = DocumentKind
REASON_OF_APPEAL = (
    "澜川公司提交的资产负债表未经审计，其主要资产已被多家法院查封，现有证据可以证明其不能清偿到期债务。"
)
REASONS: dict[DocumentKind, str] = {
    K.NON_ACCEPTANCE_RULING: "现有证据显示，澜川公司的资产足以清偿全部债务，不足以认定其具备破产原因。",
    K.WITHDRAWAL_RULING: "恒远公司与澜川公司已达成还款协议，撤回申请系其真实意思表示，不损害他人合法权益。",
    K.TRANSFER_RULING: "经审查，澜川公司的住所地已于2025年6月变更至望川市。",
    K.EXTENSION_REQUEST: "债务人的债权债务关系复杂，需要调取审计资料并再次听取各方意见。",
    K.ORDER_TO_EXAMINE: "申请人于2026年10月12日向你院提交申请材料，至今未收到书面凭证，也未收到裁定。",
    K.CORRECTION_RULING: "该笔误不影响裁定的实质内容。",
    K.PROVISIONAL_AMOUNT_DECISION: "根据生效判决和已经提交的付款凭证，可以初步认定其债权额。",
    K.DISMISSAL_RULING: "经审计和评估，澜川公司的资产足以清偿全部债务，且其具有清偿能力。",
    K.DISMISSAL_UPHELD_RULING: "审计报告显示澜川公司的资产足以清偿全部债务，上诉人未能提交相反证据。",
    K.DISMISSAL_REVERSED_RULING: "审计报告未扣除已经设定担保且无法变现的资产，澜川公司明显缺乏清偿能力。",
    K.MANAGEMENT_PLAN_RULING: "该方案内容合法，有利于财产的安全和保值，未损害债权人的共同利益。",
    K.REALISATION_PLAN_RULING: "该方案以公开拍卖为变价方式，有利于破产财产价值最大化，内容合法。",
    K.DISTRIBUTION_PLAN_RULING: "该方案的分配顺序和比例符合法律规定，未损害债权人的共同利益。",
    K.RECONSIDERATION_DECISION: "方案规定以评估价为起拍价公开拍卖，并未低价处分财产。",
    K.RECOGNITION_RULING: "管理人的请求应予支持。",
    K.ESCROW_RULING: "恒远公司经管理人两次书面通知仍未领取，提存的分配额应当分配给其他债权人。",
    K.TERMINATION_43_RULING: "管理人的请求符合法律规定，应予支持。",
    K.TERMINATION_105_RULING: "该协议由债务人与全体债权人自愿达成，内容不违反法律、行政法规的强制性规定。",
    K.TERMINATION_108_RULING: "江澜市城市建设投资有限公司已为澜川公司清偿全部到期债务，有付款凭证为证。",
    K.TERMINATION_120A_RULING: "管理人的请求符合法律规定，应予支持。",
    K.TERMINATION_120B_RULING: "终结破产程序不影响提存分配额的处理。",
    K.TERMINATION_UNABLE_RULING: "管理人已经穷尽调查手段，不能查明澜川公司的财产和债权债务。",
    K.TERMINATION_REFUSED_RULING: "尚有应收账款人民币1204500元未催收，破产财产最后分配尚未完结。",
    K.DUTIES_DECISION: "上述诉讼的结果影响提存分配额的归属，需要管理人继续参加诉讼。",
    K.SUPPLEMENTARY_RULING: "该款系破产人原开户银行退还的账户余额，属于破产人应当供分配的财产。",
    K.TREASURY_LETTER: "该款系破产人原开户银行退还的账户余额，现存于本院案款账户。",
    K.EXPLANATION_NOTICE: "管理人未按期报告财产状况，对主要设备疏于保管。",
    K.REPLACEMENT_DECISION: "管理人未依法报告工作，致使主要设备毁损，债权人利益受到损害。",
    K.REPLACEMENT_REFUSED_DECISION: "管理人已经依法履行报告和保管职责，未发现不能胜任职务的情形。",
    K.RESIGNATION_DECISION: "申请人具有正当理由，另行指定管理人不影响程序的进行。",
    K.FINE_DECISION: "江澜衡正会计师事务所在本院决定更换管理人后，拒不向新任管理人移交印章和账簿。",
    K.SUPERVISION_DECISION: "债权人委员会依法监督债务人财产的管理和处分，有权要求管理人提供有关文件。",
    K.INSPECTION_DECISION: "申请人请求查阅的资料系其参与破产程序所必需，管理人没有正当理由不予提供。",
    K.STOP_DISPOSAL_DECISION: "变价方案规定公开拍卖，管理人拟协议转让，未经债权人会议另行决议。",
    K.REMUNERATION_CHANGE_NOTICE: "财产以房地产为主，变价工作量小于预测，异议成立，应当调减报酬比例。",
    K.REMUNERATION_DECISION: "管理人已经完成财产的变价，报酬数额未超过规定的比例限制，应予确定。",
    K.REVOCATION_RULING: "未确定债权额的债权人不得行使表决权，会议将其表决计入结果，违反法定程序。",
    K.REVOCATION_REFUSED_RULING: "经审查，表决权的计算符合法律规定，决议的内容未损害申请人的利益。",
    K.DECLARATION_REQUEST: "澜川公司资产不足以清偿全部债务，已经停产，没有重整、和解的可能。",
    K.SUPPLEMENT_REQUEST: "该款项属于破产程序终结前提起的撤销权诉讼追回的财产，应当分配给债权人。",
}
