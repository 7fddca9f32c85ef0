resource "azurerm_monitor_action_group" "oncall" { # expect: fail
  name                = "oncall"
  resource_group_name = "clinic"
  short_name          = "oncall"
}
