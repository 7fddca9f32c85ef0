resource "azurerm_role_definition" "operator" {
  name  = "operator"
  scope = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"

  permissions {
    actions = ["Microsoft.Compute/virtualMachines/*", "Microsoft.Insights/*/read"]
  }
}

resource "azurerm_role_definition" "builder" {
  name  = "builder"
  scope = "/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"

  permissions {
    actions     = ["*"]
    not_actions = ["Microsoft.Authorization/*/write", "Microsoft.KeyVault/*"]
  }
}
