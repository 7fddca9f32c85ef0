resource "azurerm_security_center_subscription_pricing" "servers" { # expect: open
  resource_type = "VirtualMachines"
  tier          = "Standard"
}

module "alerts" {
  source = "example.com/modules/activity-alerts"
}
