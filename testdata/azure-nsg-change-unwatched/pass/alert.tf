resource "azurerm_network_security_group" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_monitor_activity_log_alert" "change" {
  name                = "change"
  resource_group_name = "clinic"
  location            = "global"
  scopes              = ["/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/networkSecurityGroups/write"
  }
}
