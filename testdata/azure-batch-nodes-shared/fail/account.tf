resource "azurerm_batch_account" "claims" { # expect: fail
  name                = "clinic-claims"
  resource_group_name = "clinic"
  location            = "eastus2"
}
