variable "enforce" {}

resource "azurerm_subscription_policy_assignment" "hipaa" {
  name                 = "hipaa"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/a169a624-5599-4385-a696-c8d643089fab"
  subscription_id      = data.azurerm_subscription.current.id
  enforce              = var.enforce # expect: open
}
