variable "waf" {}

resource "azurerm_application_gateway" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"

  waf_configuration {
    enabled       = var.waf # expect: open
    firewall_mode = "Prevention"
  }
}
