resource "azurerm_security_center_subscription_pricing" "servers" { # expect: fail
  resource_type = "VirtualMachines"
  tier          = "Standard"
}
