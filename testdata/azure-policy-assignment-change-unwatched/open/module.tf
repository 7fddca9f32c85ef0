resource "azurerm_subscription_policy_assignment" "hipaa" { # expect: open
  name                 = "hipaa"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/a169a624-5599-4385-a696-c8d643089fab"
  subscription_id      = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"
}

module "alerts" {
  source = "example.com/modules/activity-alerts"
}
