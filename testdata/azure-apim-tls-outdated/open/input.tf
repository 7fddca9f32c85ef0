variable "old" {}

resource "azurerm_api_management" "exchange" {
  name                = "clinic-exchange"
  resource_group_name = "clinic"
  location            = "eastus2"
  publisher_name      = "Clinic"
  publisher_email     = "it@clinic.example"
  sku_name            = "Developer_1"

  security {
    frontend_tls10_enabled = var.old # expect: open
  }
}
