variable "private" {}

resource "azurerm_databricks_workspace" "research" {
  name                = "research"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "premium"

  custom_parameters {
    no_public_ip = var.private # expect: open
  }
}
