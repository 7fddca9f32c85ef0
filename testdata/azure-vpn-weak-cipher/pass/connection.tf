resource "azurerm_virtual_network_gateway_connection" "hospital" {
  name                       = "hospital"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.clinic.id

  ipsec_policy {
    dh_group         = "ECP384"
    ike_encryption   = "AES256"
    ike_integrity    = "SHA384"
    ipsec_encryption = "GCMAES256"
    ipsec_integrity  = "GCMAES256"
    pfs_group        = "ECP384"
  }
}

resource "azurerm_virtual_network_gateway_connection" "lab" {
  name                       = "lab"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.clinic.id
}
