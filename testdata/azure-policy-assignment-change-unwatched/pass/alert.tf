resource "azurerm_subscription_policy_assignment" "hipaa" {
  name                 = "hipaa"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/a169a624-5599-4385-a696-c8d643089fab"
  subscription_id      = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"
}

resource "azurerm_monitor_activity_log_alert" "change" {
  name                = "change"
  resource_group_name = "clinic"
  location            = "global"
  scopes              = ["/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Authorization/policyAssignments/write"
  }
}
