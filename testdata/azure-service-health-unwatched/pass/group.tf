resource "azurerm_monitor_action_group" "oncall" {
  name                = "oncall"
  resource_group_name = "clinic"
  short_name          = "oncall"
}

resource "azurerm_monitor_activity_log_alert" "health" {
  name                = "health"
  resource_group_name = "clinic"
  location            = "global"
  scopes              = ["/subscriptions/5c1e0a3e-0000-4000-8000-000000000001"]

  criteria {
    category = "ServiceHealth"
  }
}
